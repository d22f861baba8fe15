"""入库: files and folders into the library, from within the browser."""
