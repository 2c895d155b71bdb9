"""The Flask shell: pages, transactions, headers, errors, logs, commands. Knows no feature."""
