// Frames of videos, in Chinese.
export const video = {
  sheet: '视频画面',
  count: '{count} 帧画面',
  decoder: '由 {name} 提取',
  goTo: '跳到 {time}',
  scene: '换景',
  making: '正在提取画面…',
  none: '没有画面。',
  undecodable: '本机无法解码此视频（{codec}）。',
  tooSlow: '解码此视频（{codec}）耗时过长。',
  noPicture: '本机既不能播放也不能提取此视频（{codec}）的画面。请另存后用播放器打开。',
  noneHint: '视频原件已归档并计算哈希，会原样进入证据包。',
} as const;
