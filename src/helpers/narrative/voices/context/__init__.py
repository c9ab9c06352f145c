"""What the text around words says of who speaks: whom sentences are about, who was mentioned, who spoke before."""
