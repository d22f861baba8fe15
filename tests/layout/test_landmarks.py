from __future__ import annotations

from handmade import Draft

from tuibrowser.compare.align import in_own_order
from tuibrowser.layout.grid import lay_out
from tuibrowser.layout.landmarks import Landmarks


def test_a_part_in_two_pieces_goes_on_where_its_first_piece_ended() -> None:
    parted = Draft("甲镇").head("一、", "主要举措", "measures_results")
    for number in range(4):
        parted.measure(f"前四项之{number}。")
    parted.head("二、", "存在不足", "shortcomings").measure("人手不足。")
    parted.head("三、", "取得成效", "measures_results")
    for number in range(4):
        parted.measure(f"后四项之{number}。")
    whole = Draft("乙镇").head("一、", "主要举措和成效", "measures_results")
    for number in range(9):
        whole.measure(f"九项之{number}。")
    reports = [parted.report(), whole.report()]
    grid = lay_out(in_own_order(reports), [40, 40])
    landmarks = Landmarks(grid)
    second = grid.locate(0, reports[0].text.index("三、"))
    first_of_whole = grid.locate(1, reports[1].text.index("一、"))
    middle = landmarks.counterpart(0, second, 1)
    assert middle is not None
    # Ten lines in both: five before the second piece, five in it.
    assert middle == first_of_whole + 5
