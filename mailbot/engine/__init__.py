"""When the steps run; every engine calls the same services."""
