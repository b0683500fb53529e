/** URL parameters that only track where a reader came from, as documented by their makers; a regular expression. */
export const TRACKING_PARAMETERS =
  'utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|igsh|si|ref_src|ref_url|curius|vero_id|_hsenc|_hsmi|mkt_tok|twclid|yclid';
