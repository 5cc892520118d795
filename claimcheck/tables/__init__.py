"""The same comparison on columns: claims by the million, in tables.

`schema` says what a claim looks like as a row, `disputes` finds the disputed topics and their camps on any frame that
narwhals knows, `sides` divides a dispute as people are shown it, `files` reads tables, `units` makes their numbers
comparable, `show` hands disputes back to the rules, `ledger` keeps claims from day to day, `spark` runs on a cluster.

Everything here needs the extra [scale], and is imported only by who asks for it.
"""
