"""What an official would write in the margin of a report.

A check is a function ``check_…`` that takes the ``Material`` and yields a ``Finding`` for each
remark; ``review`` calls them all. By what they look at:

* What all are given and give: ``material``, ``prose``, ``finding``, ``money``, ``review``.
* A list of numbers and their whole: ``sums``. Which numbers are a list tell ``lists`` (opened, as
  by 其中), ``closed`` (by 合计), ``rests`` (by 其余), ``breakdowns`` (by nothing) and ``bare``
  (without units); what the words of its members say of each other, ``divided``. A table and its
  row of sums: ``grids``.
* Other sums of one sentence: ``products``, ``moves``, ``stocks``.
* Per cent and the numbers that make them: ``rates``, ``shares``, ``growth``, ``ratios``, and
  ``outcomes``, what was done of what was found. When they agree: ``agreement``.
* One thing told twice: ``retold``, ``slips`` (digits
  that changed places), ``anchors`` (beside the same number), ``within`` (of a part of the year),
  ``villages``, ``tabled`` (in a table and in a sentence). What a number is told of, and limited to:
  ``told``, ``scopes``.
* The year: ``years`` (by the patterns of ``year_words``), ``events``, ``laws``.
* The unit: ``units``, ``counties``, and others named in its place, ``townships`` (by the
  patterns of ``township_words``) and ``departments``.
* What a report owes, and owes nobody: ``parts``, ``days``, ``personal``; what of it is not written
  yet: ``blanks``.
* What stands in other reports: ``repeats``; what last year's says of the same: ``predecessor``.
* How many remarks each of many reports gets: ``counting``.
"""
