"""DataConnect: data sets of a retailer - stock of products, customers - in every format that is asked for."""
