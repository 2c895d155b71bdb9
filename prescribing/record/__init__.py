"""A sheet for the record of whoever prescribes it: plain text, and FHIR for their system."""
