"""Information Machine: users, their store connections, and the purchases that are harvested from them."""
