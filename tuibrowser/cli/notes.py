"""Paragraphs of the help, set as they are to be printed."""

from __future__ import annotations

from typing import Final

REFERENCES: Final = """\
REF 的写法：
  潭柘寺镇@2023        某单位某年的报告，不致混淆时可只写一部分
  潭柘寺镇@2023#2      同一单位同一年的另一份
  3f9a17c2             文件 sha256 的开头几位
  ./草稿.txt           未入库的文件，只读取、不入库
  蓟州区/*@2023        一组：蓟州区各单位当年的报告
  潭柘寺镇@2021..2023  一组：同一单位几年的报告"""

STATUSES: Final = """\
退出状态：0 完成；1 没有找到，或有文件未能入库；2 用法不对，或 REF 不明确；
          3 报告库不可用；130 已中断；143 已被终止"""

PATHS: Final = """\
PATH：文件；文件夹，读取其中（含下级文件夹）的报告；压缩包，读取其中的报告；
      另一个报告库，并入其中的报告
能读的文件：纯文本 .txt .text .md；Word 文档 .docx .docm .dotx .dotm；
      旧版 Word、WPS 文字 .doc .dot .wps .wpt；Word XML .xml；RTF .rtf；
      ODT .odt .ott；PDF .pdf；OFD .ofd；压缩包 .zip；
      网页 .html .htm .shtml .xhtml .mht .mhtml。
      按内容辨认，不看扩展名；图片、表格等读不了的，逐个说明怎么办"""

QUERIES: Final = """\
QUERY：多个词须同时出现；“加引号”须连续出现；-词 表示不含（写在 -- 之后）；
       还可写 年:2022-2024 地:大兴 镇:旧宫 部分:不足 领域:普法"""

CORRECTING: Final = """\
不写更正内容则列出已有的更正；不写 REF 则列出全部。
REF 指一组报告时，可一次更正发文单位和地区，
如：tuibrowser correct 柳溪镇@2021.. --county 青棠县
REF 也可写文件夹（须含 /），指入库时从其中读到的全部报告，
都是一年的可一次更正年份；更正的地区对以后从其中入库的也有效
报告库不能写入时，更正保存在本机，只对自己有效；
用 --export 导出后，能写入的同事可用 --merge 并入"""
