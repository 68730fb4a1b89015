package health.admit.portal.registration;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

import health.admit.portal.directory.RedirectUris;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the page about authentication asks. The kind of client decides platform and public
 * client flows; the admin never sets those by hand.
 *
 * @param withSecret only asked of test tools
 * @param web redirect URIs of the web platform, one per line; {@code singlePage} and
 * {@code publicClient} alike
 * @param presetHost host name for presets of tools that the organisation runs itself
 */
record AuthenticationForm(@NotNull(message = "{registration.authentication.kind.empty}") @Nullable ClientKind kind,
		@Nullable Boolean withSecret,
		@Nullable @Size(max = 70000, message = "{registration.authentication.uris.long}") String web,
		@Nullable @Size(max = 70000, message = "{registration.authentication.uris.long}") String singlePage,
		@Nullable @Size(max = 70000, message = "{registration.authentication.uris.long}") String publicClient,
		@Nullable @Size(max = 253, message = "{registration.authentication.presetHost.long}") String presetHost) {

	static AuthenticationForm empty() {
		return new AuthenticationForm(null, null, "", "", "", "");
	}

	static AuthenticationForm from(Authentication authentication) {
		RedirectUris uris = authentication.redirectUris();
		return new AuthenticationForm(authentication.kind(),
				(authentication.kind() == ClientKind.TEST_TOOL) ? authentication.confidential() : null,
				String.join("\n", uris.web()), String.join("\n", uris.singlePage()),
				String.join("\n", uris.publicClient()), "");
	}

	/**
	 * Whether the client can keep a credential.
	 */
	boolean confidential() {
		return this.kind == ClientKind.SERVER
				|| (this.kind == ClientKind.TEST_TOOL && Boolean.TRUE.equals(this.withSecret));
	}

	RedirectUris uris() {
		return new RedirectUris(lines(this.web), lines(this.singlePage), lines(this.publicClient));
	}

	/**
	 * The form with more URIs on one platform; those that are there already stay single.
	 */
	AuthenticationForm plus(RedirectPlatform platform, List<String> more) {
		return new AuthenticationForm(this.kind, this.withSecret,
				(platform == RedirectPlatform.WEB) ? plus(this.web, more) : this.web,
				(platform == RedirectPlatform.SINGLE_PAGE) ? plus(this.singlePage, more) : this.singlePage,
				(platform == RedirectPlatform.PUBLIC_CLIENT) ? plus(this.publicClient, more) : this.publicClient,
				this.presetHost);
	}

	/**
	 * The form without web redirect URIs.
	 */
	AuthenticationForm withoutWeb() {
		return new AuthenticationForm(this.kind, this.withSecret, "", this.singlePage, this.publicClient,
				this.presetHost);
	}

	/**
	 * The decision. Browsers aside, a client that keeps no secret may also sign in
	 * without a redirect: with a device code.
	 */
	Authentication toAuthentication() {
		if (this.kind == null) {
			throw new IllegalStateException("The kind of client is not chosen");
		}
		boolean confidential = confidential();
		return new Authentication(this.kind, confidential, uris(),
				!confidential && this.kind != ClientKind.SINGLE_PAGE);
	}

	private static String plus(@Nullable String text, List<String> more) {
		LinkedHashSet<String> all = new LinkedHashSet<>(lines(text));
		all.addAll(more);
		return String.join("\n", all);
	}

	private static List<String> lines(@Nullable String text) {
		return (text == null) ? List.of()
				: Arrays.stream(text.split("\\R")).map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

}
