"""Files in, builds out: uploads, runs of the engine, their data-quality reports."""
