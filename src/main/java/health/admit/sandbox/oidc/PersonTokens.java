package health.admit.sandbox.oidc;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import health.admit.sandbox.tenant.Client;
import health.admit.sandbox.tenant.Person;
import health.admit.sandbox.tenant.Principal;
import health.admit.sandbox.tenant.TenantDirectory;

/**
 * The tokens a client gets when it acts for a person. An access token is for one resource
 * and carries every scope granted there, not only those asked for.
 */
@Component
class PersonTokens {

	private final TenantDirectory directory;

	private final ClientLookup clients;

	private final Asks asks;

	private final AccessTokens accessTokens;

	private final IdTokens idTokens;

	private final SealedNotes notes;

	private final PersonCheck people;

	private final Clock clock;

	PersonTokens(TenantDirectory directory, ClientLookup clients, Asks asks, AccessTokens accessTokens,
			IdTokens idTokens, SealedNotes notes, PersonCheck people, Clock clock) {
		this.directory = directory;
		this.clients = clients;
		this.asks = asks;
		this.accessTokens = accessTokens;
		this.idTokens = idTokens;
		this.notes = notes;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * What tokens are issued from.
	 *
	 * @param granted since when the grant exists that is redeemed
	 * @param began when the first refresh token of this sign-in was issued
	 */
	record Basis(SignedIn signedIn, Platform platform, ScopeRequest scopes, boolean claimsCapable,
			@Nullable String nonce, boolean authTime, Instant granted, Instant began) {
	}

	TokenAnswer issue(TokenRequest request, Basis basis) {
		Client client = request.client();
		Principal principal = this.clients.principal(client);
		Person person = this.people.check(basis.signedIn(), basis.granted(), client);
		Scoped scoped = scoped(client, principal, person, basis.scopes());
		AccessToken token = this.accessTokens.forPerson(client, request.proof(), basis.signedIn(), person,
				scoped.audience(), scoped.resource(), scoped.scp(), basis.claimsCapable());
		Set<String> oidc = basis.scopes().oidc();
		String idToken = basis.scopes().openid()
				? this.idTokens.of(client, basis.signedIn(), person,
						new IdTokens.Wish(oidc, basis.nonce(), basis.authTime(), request.version1(), null, null))
				: null;
		String refresh = basis.scopes().offline() ? this.notes.seal(refreshNote(client, basis)) : null;
		TokenAnswer answer = TokenAnswer.bearer(token)
			.with(String.join(" ", scoped.granted()), refresh, idToken, clientInfo(request, person));
		return request.version1() ? answer.version1(token) : answer;
	}

	/** An access token alone, as the implicit flow delivers it. */
	AccessToken accessToken(Client client, Person person, SignedIn signedIn, ScopeRequest scopes,
			boolean claimsCapable) {
		Scoped scoped = scoped(client, this.clients.principal(client), person, scopes);
		return this.accessTokens.forPerson(client, Proof.NONE, signedIn, person, scoped.audience(), scoped.resource(),
				scoped.scp(), claimsCapable);
	}

	private RefreshNote refreshNote(Client client, Basis basis) {
		return new RefreshNote(client.appId(), basis.signedIn(), basis.platform(), basis.scopes().text(),
				basis.claimsCapable(), this.clock.instant(), basis.began());
	}

	private Scoped scoped(Client client, Principal principal, Person person, ScopeRequest scopes) {
		List<Ask> asked = this.asks.of(client, scopes);
		if (asked.size() > 1) {
			throw ScopeRefusals.severalResources(scopes.text());
		}
		Ask ask = asked.isEmpty()
				? new Ask(ScopeRequest.GRAPH, this.clients.resource(ScopeRequest.GRAPH), Set.of(), false)
				: asked.get(0);
		Principal resource = ask.resource();
		boolean graph = resource.appId().toString().equals(ScopeRequest.GRAPH);
		Set<String> scp = new TreeSet<>(
				this.directory.grantedScopes(principal.objectId(), resource.objectId(), person.objectId()));
		if (graph) {
			scp.addAll(scopes.oidc());
		}
		boolean nothing = !asked.isEmpty() && scp.isEmpty();
		if (nothing || !scp.containsAll(ask.scopes())) {
			throw ScopeRefusals.notConsented(client);
		}
		if (graph) {
			scp.remove(ScopeRequest.OFFLINE);
		}
		Set<String> granted = new LinkedHashSet<>(scopes.oidc());
		granted.remove(ScopeRequest.OFFLINE);
		String prefix = ask.audience().equals(ScopeRequest.GRAPH) ? "" : ask.audience() + "/";
		scp.stream().filter((scope) -> !granted.contains(scope)).forEach((scope) -> granted.add(prefix + scope));
		return new Scoped(ask.audience(), resource, scp, granted);
	}

	/** The home account, for libraries that keep several. */
	private @Nullable String clientInfo(TokenRequest request, Person person) {
		if (!"1".equals(request.form().get("client_info"))) {
			return null;
		}
		String json = "{\"uid\":\"" + person.objectId() + "\",\"utid\":\"" + this.directory.tenantId() + "\"}";
		return TokenSigner.encode(json.getBytes(StandardCharsets.UTF_8));
	}

	private record Scoped(String audience, Principal resource, Set<String> scp, Set<String> granted) {
	}

}
