# tuibrowser: completion for fish. Made by: python -m makers.command_line

# Prints the command that stands before the cursor, then what --db says, each on a line.
function __tuibrowser_said
    set -l command ''
    set -l dbs
    set -l taking ''
    for word in (commandline -opc)[2..-1]
        if test -n "$taking"
            test "$taking" = --db; and set -a dbs $word
            set taking ''
        else if contains -- $word --db --roster --report --format --section --year --place --theme --limit --by -o --output --against --due --publish-due --last --county --in --least --indicator --title --issuer --issuer-kind --date --published --province --city --township --heading --kind --export --merge
            set taking $word
        else if string match -q -- '--db=*' $word
            set -a dbs (string replace -- --db= '' $word)
        else if not string match -q -- '-*' $word; and test -z "$command"
            set command $word
        end
    end
    printf '%s\n' "$command" $dbs
end

function __tuibrowser_at
    set -l said (__tuibrowser_said)
    test "$said[1]" = "$argv[1]"
end

function __tuibrowser_refs
    set -l said (__tuibrowser_said)
    set -l program (commandline -opc)[1]
    set -l dbs
    for db in $said[2..-1]
        set -a dbs --db $db
    end
    $program $dbs _refs -- (commandline -ct) 2>/dev/null
end

complete -c tuibrowser -f
complete -c tuibrowser -l db -r -F -d '报告库文件（默认见 doctor）'
complete -c tuibrowser -s h -l help -d '显示本说明'
complete -c tuibrowser -l version -d '显示版本'
complete -c tuibrowser -n '__tuibrowser_at ""' -a demo -d '打开自带的示例报告'
complete -c tuibrowser -n '__tuibrowser_at ""' -a open -d '打开浏览界面，并排显示这些报告或草稿'
complete -c tuibrowser -n '__tuibrowser_at open' -a '(__tuibrowser_refs)'
complete -c tuibrowser -n '__tuibrowser_at open' -F
complete -c tuibrowser -n '__tuibrowser_at ""' -a index -d '将文件或文件夹入库'
complete -c tuibrowser -n '__tuibrowser_at index' -l no-words -d '不标词界：更快，检索结果不变'
complete -c tuibrowser -n '__tuibrowser_at index' -l prune -d '移出原文件已不在所给文件夹中的报告（默认保留）'
complete -c tuibrowser -n '__tuibrowser_at index' -l roster -r -F -d '应报单位名册（CSV 或 .xlsx），原文未写明地区的按它确定'
complete -c tuibrowser -n '__tuibrowser_at index' -l report -r -F -d '将存疑和未能入库的文件列成 CSV 清单'
complete -c tuibrowser -n '__tuibrowser_at index' -l watch -d '入库后继续监视，有变动随即入库，直到被停止'
complete -c tuibrowser -n '__tuibrowser_at index' -F
complete -c tuibrowser -n '__tuibrowser_at ""' -a list -d '列出库中的报告'
complete -c tuibrowser -n '__tuibrowser_at list' -l format -x -a 'table json csv' -d '输出格式，默认 table'
complete -c tuibrowser -n '__tuibrowser_at ""' -a show -d '查看报告'
complete -c tuibrowser -n '__tuibrowser_at show' -l section -x -a '成效 不足 负责人 安排 其他' -d '只看一个部分：成效、不足、负责人、安排、其他'
complete -c tuibrowser -n '__tuibrowser_at show' -l format -x -a 'text json' -d '输出格式，默认 text'
complete -c tuibrowser -n '__tuibrowser_at show' -a '(__tuibrowser_refs)'
complete -c tuibrowser -n '__tuibrowser_at show' -F
complete -c tuibrowser -n '__tuibrowser_at ""' -a search -d '检索全文'
complete -c tuibrowser -n '__tuibrowser_at search' -l year -x -d '年份：2023 或 2021-2024'
complete -c tuibrowser -n '__tuibrowser_at search' -l place -x -d '行政区划，任一级，如 大兴'
complete -c tuibrowser -n '__tuibrowser_at search' -l section -x -a '成效 不足 负责人 安排 其他' -d '只看一个部分：成效、不足、负责人、安排、其他'
complete -c tuibrowser -n '__tuibrowser_at search' -l theme -x -a '组织领导与责任 学习贯彻习近平法治思想 领导干部学法 第一责任人与述法 政府职能与清单 政务服务与放管服 营商环境与监管 重大行政决策 规范性文件与制度 合法性审查与法律顾问 行政执法 权力监督 政务公开 普法宣传 矛盾纠纷化解 公共法律服务 复议应诉 基层治理与示范创建 应急与突发事件 数字法治' -d '工作领域，如 普法'
complete -c tuibrowser -n '__tuibrowser_at search' -l limit -x -d '最多列几处，默认 20'
complete -c tuibrowser -n '__tuibrowser_at search' -l format -x -a 'table json csv' -d '输出格式，默认 table'
complete -c tuibrowser -n '__tuibrowser_at ""' -a compare -d '并排对照'
complete -c tuibrowser -n '__tuibrowser_at compare' -l section -x -a '成效 不足 负责人 安排 其他' -d '只看一个部分：成效、不足、负责人、安排、其他'
complete -c tuibrowser -n '__tuibrowser_at compare' -l by -x -a '部分 领域 事项' -d '按什么对齐：部分、领域（默认）、事项（json 时默认）'
complete -c tuibrowser -n '__tuibrowser_at compare' -l years -d '同一单位各年的报告，标出每项与上年相比的变化'
complete -c tuibrowser -n '__tuibrowser_at compare' -l format -x -a 'text md html docx csv xlsx json' -d '输出格式，默认按 -o 的文件名，否则 text'
complete -c tuibrowser -n '__tuibrowser_at compare' -s o -l output -r -F -d '写入文件（默认输出到屏幕）'
complete -c tuibrowser -n '__tuibrowser_at compare' -a '(__tuibrowser_refs)'
complete -c tuibrowser -n '__tuibrowser_at compare' -F
complete -c tuibrowser -n '__tuibrowser_at ""' -a changes -d '逐份统计与上一年相比的变化'
complete -c tuibrowser -n '__tuibrowser_at changes' -l against -x -d '与哪一年相比，默认上一年'
complete -c tuibrowser -n '__tuibrowser_at changes' -l format -x -a 'table json csv xlsx' -d '输出格式，默认按 -o 的文件名，否则 table'
complete -c tuibrowser -n '__tuibrowser_at changes' -s o -l output -r -F -d '写入文件（默认输出到屏幕）'
complete -c tuibrowser -n '__tuibrowser_at changes' -a '(__tuibrowser_refs)'
complete -c tuibrowser -n '__tuibrowser_at changes' -F
complete -c tuibrowser -n '__tuibrowser_at ""' -a coverage -d '覆盖情况：哪些单位已报送，五个部分和各领域各写了多少'
complete -c tuibrowser -n '__tuibrowser_at coverage' -l year -x -d '哪一年的报告，默认按 SET，否则最近一年'
complete -c tuibrowser -n '__tuibrowser_at coverage' -l roster -r -F -d '应报单位名册（CSV 或 .xlsx）'
complete -c tuibrowser -n '__tuibrowser_at coverage' -l due -x -d '上报时限，默认 03-01'
complete -c tuibrowser -n '__tuibrowser_at coverage' -l publish-due -x -d '公开时限，默认 04-01'
complete -c tuibrowser -n '__tuibrowser_at coverage' -l format -x -a 'table json csv xlsx html md docx' -d '输出格式，默认按 -o 的文件名，否则 table'
complete -c tuibrowser -n '__tuibrowser_at coverage' -s o -l output -r -F -d '写入文件（默认输出到屏幕）'
complete -c tuibrowser -n '__tuibrowser_at ""' -a check -d '核对报告或草稿：数据、年份、名称、未填的空白、引用的文件等'
complete -c tuibrowser -n '__tuibrowser_at check' -l last -x -d '与这一份比较（默认库中同一单位上年的报告）'
complete -c tuibrowser -n '__tuibrowser_at check' -l county -x -d '再与这一组其他单位的报告比较，如 '\''青棠县/*'\'''
complete -c tuibrowser -n '__tuibrowser_at check' -l format -x -a 'table json html docx' -d '输出格式，默认按 -o 的文件名，否则 table'
complete -c tuibrowser -n '__tuibrowser_at check' -s o -l output -r -F -d '写入文件（默认输出到屏幕）'
complete -c tuibrowser -n '__tuibrowser_at check' -a '(__tuibrowser_refs)'
complete -c tuibrowser -n '__tuibrowser_at check' -F
complete -c tuibrowser -n '__tuibrowser_at ""' -a reuse -d '查找报告的表述还在哪些报告中出现'
complete -c tuibrowser -n '__tuibrowser_at reuse' -l in -x -d '只在这些报告中查找，如 蓟州区/*@2023'
complete -c tuibrowser -n '__tuibrowser_at reuse' -l least -x -d '至少占该段多少才列出，默认 0.4'
complete -c tuibrowser -n '__tuibrowser_at reuse' -l other-units -d '不列本单位其他年份的报告'
complete -c tuibrowser -n '__tuibrowser_at reuse' -l format -x -a 'table json csv html' -d '输出格式，默认按 -o 的文件名，否则 table'
complete -c tuibrowser -n '__tuibrowser_at reuse' -s o -l output -r -F -d '写入文件（默认输出到屏幕）'
complete -c tuibrowser -n '__tuibrowser_at reuse' -a '(__tuibrowser_refs)'
complete -c tuibrowser -n '__tuibrowser_at reuse' -F
complete -c tuibrowser -n '__tuibrowser_at ""' -a like -d '查找其他单位同类工作的表述，写得具体的在前'
complete -c tuibrowser -n '__tuibrowser_at like' -l in -x -d '只在这些报告中查找，如 蓟州区/*@2023'
complete -c tuibrowser -n '__tuibrowser_at like' -l limit -x -d '每项最多列几处，默认 5'
complete -c tuibrowser -n '__tuibrowser_at like' -l format -x -a 'table json csv xlsx' -d '输出格式，默认按 -o 的文件名，否则 table'
complete -c tuibrowser -n '__tuibrowser_at like' -s o -l output -r -F -d '写入文件（默认输出到屏幕）'
complete -c tuibrowser -n '__tuibrowser_at like' -a '(__tuibrowser_refs)'
complete -c tuibrowser -n '__tuibrowser_at like' -F
complete -c tuibrowser -n '__tuibrowser_at ""' -a excerpts -d '列出或导出摘录'
complete -c tuibrowser -n '__tuibrowser_at excerpts' -l format -x -a 'text md html docx' -d '输出格式，默认按 -o 的文件名，否则 text'
complete -c tuibrowser -n '__tuibrowser_at excerpts' -s o -l output -r -F -d '写入文件（默认输出到屏幕）'
complete -c tuibrowser -n '__tuibrowser_at excerpts' -l clear -d '清空；与 -o 同用时，先导出再清空'
complete -c tuibrowser -n '__tuibrowser_at excerpts' -l undo -d '撤销上一次添加、移除或清空'
complete -c tuibrowser -n '__tuibrowser_at ""' -a figures -d '列出报告中的数据，按指标、单位和年份'
complete -c tuibrowser -n '__tuibrowser_at figures' -l indicator -x -d '只看一个指标，如 法治讲座'
complete -c tuibrowser -n '__tuibrowser_at figures' -l year -x -d '年份：2023 或 2021-2024'
complete -c tuibrowser -n '__tuibrowser_at figures' -l format -x -a 'table json csv xlsx' -d '输出格式，默认按 -o 的文件名，否则 table'
complete -c tuibrowser -n '__tuibrowser_at figures' -s o -l output -r -F -d '写入文件（默认输出到屏幕）'
complete -c tuibrowser -n '__tuibrowser_at figures' -a '(__tuibrowser_refs)'
complete -c tuibrowser -n '__tuibrowser_at figures' -F
complete -c tuibrowser -n '__tuibrowser_at ""' -a export -d '导出全部报告'
complete -c tuibrowser -n '__tuibrowser_at export' -l format -x -a 'json' -d '输出格式，默认 json'
complete -c tuibrowser -n '__tuibrowser_at export' -s o -l output -r -F -d '写入文件（默认输出到屏幕）'
complete -c tuibrowser -n '__tuibrowser_at ""' -a pack -d '将报告库另存为一个文件，便于转交'
complete -c tuibrowser -n '__tuibrowser_at pack' -F
complete -c tuibrowser -n '__tuibrowser_at ""' -a correct -d '更正报告的单位、年份、地区、部分、领域等'
complete -c tuibrowser -n '__tuibrowser_at correct' -l title -x -d '标题；没有则写 无'
complete -c tuibrowser -n '__tuibrowser_at correct' -l issuer -x -d '发文单位；没有则写 无'
complete -c tuibrowser -n '__tuibrowser_at correct' -l issuer-kind -x -d '单位类型，如 街道、部门；没有则写 无'
complete -c tuibrowser -n '__tuibrowser_at correct' -l year -x -d '年份，如 2023；没有则写 无'
complete -c tuibrowser -n '__tuibrowser_at correct' -l date -x -d '成文日期，如 2024-01-15；没有则写 无'
complete -c tuibrowser -n '__tuibrowser_at correct' -l published -x -d '发布日期；没有则写 无'
complete -c tuibrowser -n '__tuibrowser_at correct' -l province -x -d '省；没有则写 无'
complete -c tuibrowser -n '__tuibrowser_at correct' -l city -x -d '市；没有则写 无'
complete -c tuibrowser -n '__tuibrowser_at correct' -l county -x -d '县；没有则写 无'
complete -c tuibrowser -n '__tuibrowser_at correct' -l township -x -d '乡镇；没有则写 无'
complete -c tuibrowser -n '__tuibrowser_at correct' -l heading -x -d '某一行是几级标题，写 1 至 9；不是标题则写 无'
complete -c tuibrowser -n '__tuibrowser_at correct' -l kind -x -d '某一标题下的部分'
complete -c tuibrowser -n '__tuibrowser_at correct' -l theme -x -d '某一标题下的领域，或某一事项的领域'
complete -c tuibrowser -n '__tuibrowser_at correct' -l undo -d '撤销这份报告的全部更正'
complete -c tuibrowser -n '__tuibrowser_at correct' -l export -r -F -d '把全部更正写入文件，交给同事'
complete -c tuibrowser -n '__tuibrowser_at correct' -l merge -r -F -d '并入同事导出的更正'
complete -c tuibrowser -n '__tuibrowser_at correct' -a '(__tuibrowser_refs)'
complete -c tuibrowser -n '__tuibrowser_at correct' -F
complete -c tuibrowser -n '__tuibrowser_at ""' -a get -d '显示原文件的位置，或打开原文件'
complete -c tuibrowser -n '__tuibrowser_at get' -l open -d '用系统程序打开'
complete -c tuibrowser -n '__tuibrowser_at get' -a '(__tuibrowser_refs)'
complete -c tuibrowser -n '__tuibrowser_at get' -F
complete -c tuibrowser -n '__tuibrowser_at ""' -a rm -d '将报告移出报告库'
complete -c tuibrowser -n '__tuibrowser_at rm' -l yes -d '一次移出多份时不再询问'
complete -c tuibrowser -n '__tuibrowser_at rm' -a '(__tuibrowser_refs)'
complete -c tuibrowser -n '__tuibrowser_at rm' -F
complete -c tuibrowser -n '__tuibrowser_at ""' -a doctor -d '自检'
complete -c tuibrowser -n '__tuibrowser_at doctor' -l reports -d '列出读取时存疑的报告'
