"""What the engine says, asked beforehand: the tables of answers and what the pages of steps say."""
