"""What is kept between runs: results, and data derived once."""
