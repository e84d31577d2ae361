"""What MiniStack does otherwise than AWS, set right: one module per service, each with one `correct`."""
