// Quiet notes about a document: explain or replace, never an accusation.

export const warnings = {
  made_by_editor:
    'The PDF was written by an editing program ({software}). A reviewer may ask for the original.',
  image_edited:
    'The picture was saved by an editing program ({software}). Use the untouched original if you have it.',
  changed_after_creation:
    'The PDF was created on {created} and changed on {modified}. Be ready to explain, or use the first version.',
  saved_again:
    'The PDF was changed and saved again {times} time(s) after it was made. A digital signature does this too.',
  sum_differs: 'Net {net} and tax {tax} do not add up to the total {total}. Check it before you send it.',
  capitals_differ: 'The total in figures ({figures}) differs from the total in words ({capitals}).',
  barcode_differs: 'The code says {barcode}, the printed text says {text}.',
  check_digit_wrong: 'The check digit of {value} does not fit ({type}): a typing or reading error is likely.',
  number_twice:
    'Another file has the same invoice number {number}: {other}. Send one of them, or be ready to explain the difference.',
  number_twice_totals_differ:
    'Another file has the same invoice number {number}: {other}. Its total is {otherTotal}, here it is {total}. Explain or replace.',
  correctedCertain:
    'You say {said}; the file itself says {found} in its data, its code or a second time in words. Your correction counts. Make sure that it is right.',
  struckCertain:
    'You struck out {found}, which the file itself states in its data or its code. Your correction counts. Make sure that it is right.',
  struckValidNumber:
    'You struck out {value}, although its check digit is right. Your correction counts. Make sure that it is right.',
  is_credit_note: 'This is a credit note. It does not prove a purchase.',
  not_proof_of_purchase:
    'Amazon does not accept this kind as proof of purchase; it wants the invoice of the finished deal.',
  video_no_decoder:
    'No frames: there is no ffmpeg on this computer, so nobody looked into the video. Name one (casebinder ffmpeg PATH), or add the video to a watched folder and open the app.',
  video_undecodable:
    'No frames: ffmpeg could not take a picture out of this video. Does it play in a video player?',
  video_too_slow: 'No frames: taking pictures out of this video took too long and was stopped.',
} as const;
