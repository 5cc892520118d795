"""What people say of the findings: their decisions, an earlier report as a baseline, and the page for deciding."""
