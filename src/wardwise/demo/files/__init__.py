"""The files of the demo, one kind a module, in the layout of the published ones."""
