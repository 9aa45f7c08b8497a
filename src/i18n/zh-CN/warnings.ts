// 对文件的温和提示：请说明或替换，绝不是指责。

export const warnings = {
  made_by_editor: '该 PDF 由编辑软件生成（{software}），审核人员可能要求提供原件。',
  image_edited: '该图片由编辑软件保存过（{software}），如有未处理的原图请使用原图。',
  changed_after_creation: '该 PDF 创建于 {created}，又在 {modified} 被修改。请准备说明，或使用最初版本。',
  saved_again: '该 PDF 生成后又被修改并保存了 {times} 次（数字签名也会造成这种情况）。',
  sum_differs: '不含税金额 {net} 加税额 {tax} 不等于合计 {total}，发送前请核对。',
  capitals_differ: '小写合计（{figures}）与大写合计（{capitals}）不一致。',
  barcode_differs: '条码内容为 {barcode}，印刷文字为 {text}，两者不一致。',
  check_digit_wrong: '{value} 的校验位不符（{type}），可能是输入或识别错误。',
  number_twice: '另有一个文件使用相同的发票号码 {number}：{other}。请只提交其中一份，或准备好说明差异。',
  number_twice_totals_differ:
    '另有一个文件使用相同的发票号码 {number}：{other}。其合计为 {otherTotal}，本文件为 {total}。请说明或替换。',
  correctedCertain:
    '您填的是 {said}；文件自带的数据、二维码或大写金额写的是 {found}。以您的更正为准，请再核对一次。',
  struckCertain: '您删除了 {found}，但文件自带的数据或二维码里写有它。以您的更正为准，请再核对一次。',
  struckValidNumber: '您删除了 {value}，但它的校验位正确。以您的更正为准，请再核对一次。',
  is_credit_note: '这是红字发票/贷项通知单，不能证明采购。',
  not_proof_of_purchase: '亚马逊不接受此类文件作为采购证明，需要已完成交易的发票。',
  video_no_decoder:
    '没有画面：本机没有 ffmpeg，视频内容未被读取。可指定一个（casebinder ffmpeg 路径），或把视频放进受监控的文件夹并打开应用。',
  video_undecodable: '没有画面：ffmpeg 无法从该视频中取出任何画面。请确认它能用播放器播放。',
  video_too_slow: '没有画面：从该视频取画面耗时过长，已停止。',
} as const;
