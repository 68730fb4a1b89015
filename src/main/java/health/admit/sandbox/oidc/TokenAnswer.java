package health.admit.sandbox.oidc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a granted token request. The last four members are those of version 1.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenAnswer(@JsonProperty("token_type") String type, @JsonProperty("scope") @Nullable String scope,
		@JsonProperty("expires_in") Object expiresIn, @JsonProperty("ext_expires_in") Object extExpiresIn,
		@JsonProperty("access_token") String accessToken, @JsonProperty("refresh_token") @Nullable String refreshToken,
		@JsonProperty("id_token") @Nullable String idToken, @JsonProperty("client_info") @Nullable String clientInfo,
		@JsonProperty("expires_on") @Nullable String expiresOn, @JsonProperty("not_before") @Nullable String notBefore,
		@JsonProperty("resource") @Nullable String resource) {

	static TokenAnswer bearer(AccessToken token) {
		return new TokenAnswer("Bearer", null, token.seconds(), token.seconds(), token.text(), null, null, null, null,
				null, null);
	}

	TokenAnswer with(@Nullable String scopes, @Nullable String refresh, @Nullable String id, @Nullable String info) {
		return new TokenAnswer(this.type, scopes, this.expiresIn, this.extExpiresIn, this.accessToken, refresh, id,
				info, this.expiresOn, this.notBefore, this.resource);
	}

	/** As the endpoint of version 1 words it: numbers are texts. */
	TokenAnswer version1(AccessToken token) {
		String seconds = String.valueOf(token.seconds());
		return new TokenAnswer(this.type, this.scope, seconds, seconds, this.accessToken, this.refreshToken,
				this.idToken, this.clientInfo, String.valueOf(token.expires().getEpochSecond()),
				String.valueOf(token.notBefore().getEpochSecond()), token.audience());
	}

}
