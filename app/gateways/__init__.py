"""The network: pages are fetched from where it is safe to connect to."""
