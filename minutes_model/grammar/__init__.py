"""How minutes are written: recognisers that read paragraphs into drafts.

`detect` tells the style, `header` and `agenda` read what all styles share,
`reported`, `transcript` and `opinions` one style each. Nothing here names a body.
"""
