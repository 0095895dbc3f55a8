"""Citations measured against citeproc-js, item by item, in six styles.

`python -m bench.citations` needs node, citeproc-js (`npm install citeproc`; CITEPROC_JS is the path of its folder
where node does not find it) and citeproc-py, for the locales that it ships. The reference is made each time.
"""
