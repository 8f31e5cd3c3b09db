"""What comes in: JSON to a situation, with every fault at once."""
