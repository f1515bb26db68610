"""From one report to its actors, times, statements and mentions."""
