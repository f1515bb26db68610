"""An extraction's folder into a record: its reports, its mentions, and what is made of them."""
