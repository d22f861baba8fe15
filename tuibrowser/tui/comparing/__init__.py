"""The compare screen, one module a concern; :mod:`tuibrowser.tui.screens.compare` joins them."""
