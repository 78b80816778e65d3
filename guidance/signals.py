"""What the rules tell whoever wants to know."""

from django.dispatch import Signal

# rule: it was let stand nearly every time, and is on trial from now on. Inside the transaction.
rule_unwanted = Signal()
