"""What a number counts, by the grammar of its clause.

One pass: ``counted.Clauses`` is asked a line number by number, from left to right, and takes each

1. out of the line that ``plain`` made, with what stands before it in its clause (``context``,
   ``objects``, ``papers``, ``lists``, ``summed``; who did it goes by ``subjects`` and ``agents``)
   and behind it (``behind``, with ``attributes``, ``doers``, ``names`` and ``tails``), unless that
   only tells of it (``told``);
2. through the cases of a clause: shared out (``sharing``), a verb right before the number
   (``closed``), an act alone (``outcomes``, ``affinities``), what people did (``people``,
   ``doings``, ``sessions``), an object;
3. to the edges of its name, which are learnt (``edges``);
4. to what the numbers before it say of it (``said``, with ``heads``, ``targets`` and ``deeds``;
   ``repeated``) and the next one (``ahead``), and to the form in which it is told (``whole``,
   ``rates``, ``changes``).
"""
