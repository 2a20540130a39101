# placeholder
def split_names(t): return None
def split_run(t): return ()
