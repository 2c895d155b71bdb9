"""The one screen made for a consultation: from what somebody says to a sheet, in a minute."""
