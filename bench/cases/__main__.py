"""python -m bench.cases [--verbose] [NAME…]: which cases come out right."""

from bench.cases.run import main

if __name__ == "__main__":
    main()
