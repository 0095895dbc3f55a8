"""How well `onrecord check` tells planted faults from honest quotations."""
