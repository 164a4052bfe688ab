"""What articles, claims, cards and reviews are. Pure: values in, values out."""
