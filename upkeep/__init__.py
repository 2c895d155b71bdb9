"""The regular work: mail, reminders, promises, links, and throwing away what is no longer needed."""
