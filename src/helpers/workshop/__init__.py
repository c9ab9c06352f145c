"""The researcher's bench: JupyterLab on the project, and the loop of writing a codebook and seeing what it does."""
