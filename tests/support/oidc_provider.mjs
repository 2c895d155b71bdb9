// A real provider of OpenID Connect for the tests, on this machine alone. Whoever signs in is who they say.
// Told by one JSON argument: port, client (as it is registered), and isStrict (pushed requests, proofs).

import Provider from "oidc-provider";

const told = JSON.parse(process.argv[2]);
const NUMBER = "helseid://claims/hpr/hpr_number";

// What each of them is told to be; a claim that is missing is missing in the token too.
const PEOPLE = {
  kari: { name: "Kari Lege", email: "kari@example.org", email_verified: true, [NUMBER]: "7654321" },
  ola: { name: "Ola Vanlig", [NUMBER]: null },
  per: {},
};

const provider = new Provider(`http://127.0.0.1:${told.port}`, {
  clients: [told.client],
  claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"], "helseid://scopes/hpr/hpr_number": [NUMBER] },
  scopes: ["openid", "profile", "email", "helseid://scopes/hpr/hpr_number"],
  clientAuthMethods: ["client_secret_basic", "client_secret_post", "private_key_jwt"],
  conformIdTokenClaims: told.isStrict !== true,
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) }),
  features: {
    devInteractions: { enabled: true },
    dPoP: { enabled: told.isStrict, nonceSecret: Buffer.alloc(32, 1), requireNonce: () => true },
    pushedAuthorizationRequests: { enabled: told.isStrict, requirePushedAuthorizationRequests: told.isStrict },
  },
  pkce: { required: () => true },
  // Nobody is asked whether they agree to what every one of these tests asks for.
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({
      clientId: context.oidc.client.clientId,
      accountId: context.oidc.session.accountId,
    });
    grant.addOIDCScope("openid profile email helseid://scopes/hpr/hpr_number");
    await grant.save();
    return grant;
  },
});

provider.listen(told.port, "127.0.0.1", () => console.log("ready"));
