# placeholder
def fold_variants(t): return t
