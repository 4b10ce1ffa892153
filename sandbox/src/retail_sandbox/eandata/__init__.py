"""EANdata's data feed: products by barcode, updates that wait for validation, and the lists behind them."""
