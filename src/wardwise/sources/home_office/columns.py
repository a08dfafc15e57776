"""Columns of the Home Office tables under the spellings that we have seen."""

from __future__ import annotations


# Our column → spellings: the carrier's first, then the Home Office's own
SPELLINGS = {
    "financial_year": ("FY", "Financial Year"),
    "financial_quarter": ("Financial Quarter",),
    "force": ("Force", "Force Name", "Police Force"),
    "offence_description": ("Offence Description",),
    "offence_group": ("Group", "Offence Group"),
    "offence_subgroup": ("Offence Subgroup",),
    "offence_code": ("Offence Code",),
    "offences": ("n", "Force Offences", "Number of Offences", "Offence Count"),
}
OUTCOME_SPELLINGS = {
    "financial_year": ("Financial Year", "FY"),
    "financial_quarter": ("Financial Quarter",),
    "force": ("Force", "Force Name", "Police Force"),
    "offence_group": ("Offence Group", "Group"),
    "outcome_type": ("Outcome Type",),
    "offences": ("n", "Force outcomes for offences recorded in quarter", "Number of Outcomes"),
}
TERRITORIAL = "territorial"
NOT_TERRITORIAL = (
    "Action Fraud",
    "British Transport Police",
    "CIFAS",
    "Cifas",
    "Financial Fraud Action UK",
    "UK Finance",
)
"""Bodies that record offences but police no area: never part of a force's total."""
