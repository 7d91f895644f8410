/**
 * How the credentials of well-known services look, by the prefixes and lengths that their issuers document: what is found in an output and
 * looks like one is masked, whoever it belongs to. A shape without a prefix of its own (the 64 digits of a Vast.ai key) is not here: an id
 * looks like it.
 */
// cspell:disable (names of services, beginnings of their keys)
const SHAPES: Readonly<Record<string, RegExp>> = {
  'JSON Web Token': /\beyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]{4,}/,
  'chave privada': /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$)/,
  'chave age': /\bAGE-SECRET-KEY-1[0-9A-Z]{50,}/,
  'chave da 1Password':
    /\b(?:ops_eyJ[\w+/=-]{40,}|A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5})/,
  'chave da Adafruit': /\baio_[A-Za-z0-9]{28}\b/,
  'chave da Airtable': /\bpat[A-Za-z0-9]{14}\.[a-f0-9]{64}\b/,
  'chave da Alibaba Cloud': /\bLTAI[A-Za-z0-9]{12,30}\b/,
  'chave da Anthropic': /\bsk-ant-[\w-]{16,}/,
  'chave da Artifactory': /\b(?:AKCp[A-Za-z0-9]{40,}|cmVmd[A-Za-z0-9]{40,})\b/,
  'chave da Asana': /\b\d\/\d{10,}:[a-f0-9]{32}\b/,
  'chave da Atlassian': /\bATATT3[\w=-]{20,}|\bATCTT3[\w=-]{20,}/,
  'chave da AWS': /\b(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}\b/,
  'chave da AWS Bedrock': /\bABSK[A-Za-z0-9+/=]{80,}/,
  'chave do Azure': /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|sig)=[\w+/=%-]{16,}/,
  'chave do Azure AD': /\b[\w~.-]{3}[78]Q~[\w~.-]{31,34}/,
  'chave da Cloudflare': /\bv1\.0-[a-f0-9]{24}-[a-f0-9]{146}\b/,
  'chave da Clojars': /\bCLOJARS_[a-z0-9]{60}\b/i,
  'chave da Databricks': /\bdapi[a-f0-9]{32}(?:-\d)?\b/,
  'chave da DigitalOcean': /\bdo[opr]_v1_[a-f0-9]{64}\b/,
  'chave do Discord': /\b[MNO][\w-]{23,25}\.[\w-]{6}\.[\w-]{27,38}\b/,
  'webhook do Discord': /\bhttps:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]+/,
  'chave do Docker Hub': /\bdckr_(?:pat|oat)_[\w-]{20,}/,
  'chave da Doppler': /\bdp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{40,}/,
  'chave da Dropbox': /\bsl\.[\w=-]{100,}/,
  'chave da Duffel': /\bduffel_(?:test|live)_[\w=-]{40,}/,
  'chave da Dynatrace': /\bdt0[a-z]\d{2}\.[A-Z0-9]{24}\.[A-Z0-9]{64}\b/i,
  'chave da EasyPost': /\bEZ[AT]K[a-z0-9]{54}\b/i,
  'chave da Flutterwave': /\bFLW(?:SECK|PUBK)_TEST-[a-h0-9]{12,32}/i,
  'chave da Fly.io': /\b(?:fo1_[\w-]{40,}|fm[12][ar]?_[\w+/=-]{60,})/,
  'chave da Frame.io': /\bfio-u-[\w=-]{64}/,
  'chave do GitHub': /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{36,})/,
  'chave do GitLab':
    /\bgl(?:pat|dt|rt|rtr|cbt|ptt|ft|soat|agent|imt|oas|ffct|ptt)-[\w.-]{20,}|\bGR1348941[\w-]{20}|\b_gitlab_session=[0-9a-z]{32}/,
  'chave do Google': /\bAIza[\w-]{35}/,
  'token do Google': /\bya29\.[\w-]{20,}|\bGOCSPX-[\w-]{28}/,
  'chave da Grafana': /\bgl(?:c|sa)_[\w+/=]{32,}|\beyJrIjoi[\w+/=-]{60,}/,
  'chave da Groq': /\bgsk_[A-Za-z0-9]{40,}/,
  'chave do Vault': /\bhv[sbr]\.[\w-]{24,}|\bs\.[A-Za-z0-9]{24}\b/,
  'chave do Terraform': /\b[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,}/,
  'chave da Heroku': /\bHRKU-[\w-]{36,}/,
  'chave da Hugging Face': /\b(?:hf_|api_org_)[A-Za-z]{34}\b/,
  'chave da Infracost': /\bico-[A-Za-z0-9]{32}\b/,
  'chave da Linear': /\blin_(?:api|oauth)_[A-Za-z0-9]{32,}/,
  'chave do Mailchimp': /\b[a-f0-9]{32}-us\d{1,2}\b/,
  'chave da Mailgun': /\b(?:key|pubkey)-[a-f0-9]{32}\b|\b[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}\b/,
  'chave da Mapbox': /\b[ps]k\.[a-z0-9]{60}\.[a-z0-9]{22}\b/i,
  'webhook do Teams': /\bhttps:\/\/[\w.-]+\.webhook\.office\.com\/webhookb2\/[\w@/-]+/,
  'chave da MessageBird e da Meta': /\bEAA[MC][A-Za-z0-9]{60,}/,
  'chave da New Relic': /\bNR(?:AK|JS|II|IQ|RA)-[\w-]{19,}/,
  'chave do npm': /\bnpm_[A-Za-z0-9]{36}\b/,
  'chave do NuGet': /\boy2[a-z0-9]{43}\b/,
  'chave do Notion': /\b(?:secret_[A-Za-z0-9]{43}|ntn_\w{40,})\b/,
  'chave da NVIDIA': /\bnvapi-[\w-]{60,}/,
  'chave da Octopus Deploy': /\bAPI-[A-Z0-9]{26}\b/,
  'chave da OpenAI': /\bsk-(?:proj|svcacct|admin|or-v1)?-?[A-Za-z0-9_-]{20,}/,
  'chave do OpenShift': /\bsha256~[\w-]{43}/,
  'chave da Perplexity': /\bpplx-[A-Za-z0-9]{40,}/,
  'chave da PlanetScale': /\bpscale_(?:tkn|oauth|pw)_[\w=.-]{32,}/,
  'chave da Postman': /\bPMAK-[a-f0-9]{24}-[a-f0-9]{34}\b/i,
  'chave da Prefect': /\bpnu_[a-z0-9]{36}\b/i,
  'chave da Pulumi': /\bpul-[a-f0-9]{40}\b/,
  'chave do PyPI': /\bpypi-[\w-]{50,}/,
  'chave da ReadMe': /\brdme_[a-z0-9]{70}\b/,
  'chave da Replicate': /\br8_[A-Za-z0-9]{37}\b/,
  'chave do RubyGems': /\brubygems_[a-f0-9]{48}\b/,
  'chave da RunPod': /\brpa_[A-Z0-9]{30,}\w*/,
  'chave da Scalingo': /\btk-us-[\w-]{48}/,
  'chave da SendGrid': /\bSG\.[\w-]{16,}\.[\w-]{16,}/,
  'chave da Brevo': /\bxkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}\b/,
  'chave do Sentry': /\bsntr(?:ys_eyJ[\w+/=]{40,}|yu_[a-f0-9]{64})/,
  'chave da Shippo': /\bshippo_(?:live|test)_[a-f0-9]{40}\b/,
  'chave da Shopify': /\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}\b/,
  'chave do Slack': /\bxox[abeoprs](?:-|\.)[\w.-]{10,}|\bxapp-\d-[\w-]{20,}/,
  'webhook do Slack': /\bhttps:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[\w/-]{20,}/,
  'chave do SonarQube': /\bsq[aup]_[a-f0-9]{40}\b/,
  'chave da Sourcegraph': /\bsgp_(?:[a-f0-9]{16}_|local_)?[a-f0-9]{40}\b/,
  'chave da Square': /\bsq0(?:atp|csp)-[\w-]{22,}|\bEAAA[\w-]{60}/,
  'chave da Stripe': /\b(?:sk|rk|whsec)_(?:test_|live_|prod_)?[A-Za-z0-9]{16,}/,
  'chave da Tailscale': /\btskey-[a-z]+-[\w-]{16,}/,
  'chave do Telegram': /\b\d{8,10}:AA[\w-]{32,34}/,
  'chave da Twilio': /\b(?:SK|AC)[a-f0-9]{32}\b/,
  'chave da Typeform': /\btfp_[\w.=-]{59}/,
  'chave da Weights & Biases': /\bwandb_v1_[\w-]{40,}/,
  'chave da Yandex': /\b(?:AQVN[\w-]{35,38}|YC[\w-]{38}|t1\.[A-Z0-9a-z_-]+[=]{0,2}\.[A-Z0-9a-z_-]{86}[=]{0,2})/,
};
// cspell:enable

/** What comes before the secret stays. */
const INTRODUCED: readonly RegExp[] = [
  /(\bBearer\s+)[\w.~+/=-]{8,}/gi,
  /(\b(?:Basic|Token)\s+)(?=\S*[\d=])[\w.~+/=-]{8,}/gi, // with words alone it is prose
  /(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]*:)[^\s/@]+(?=@)/gi,
];

const ANY = new RegExp(
  Object.values(SHAPES)
    .map(({ source }) => `(?:${source})`)
    .join('|'),
  'g',
);

/** A text with everything that looks like a credential replaced. */
export function maskShapes(text: string, mask: string): string {
  return INTRODUCED.reduce((clean, shape) => clean.replace(shape, `$1${mask}`), text.replace(ANY, mask));
}

/** What in a text looks like a credential: the kinds, in Portuguese. */
export function shapesIn(text: string): string[] {
  return Object.entries(SHAPES).flatMap(([kind, shape]) => (shape.test(text) ? [kind] : []));
}
