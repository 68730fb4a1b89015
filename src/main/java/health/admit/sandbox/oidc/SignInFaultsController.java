package health.admit.sandbox.oidc;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Makes sign-in go wrong on request. Takes JSON only, which no form of another site can
 * send.
 */
@RestController
@RequestMapping("/_sandbox/signin")
class SignInFaultsController {

	private final SignInFaults faults;

	SignInFaultsController(SignInFaults faults) {
		this.faults = faults;
	}

	/**
	 * What to change; what is left out stays as it is.
	 *
	 * @param strongSignIn tokens need more than a first factor
	 * @param block nobody gets a token
	 * @param authenticationContext tokens need this context; empty for none
	 * @param failNext so many token requests are answered 503
	 * @param accessTokenSeconds life of access tokens; 0 for as configured
	 * @param revoke object id of the person whose grants end
	 */
	record Change(@Nullable Boolean strongSignIn, @Nullable Boolean block, @Nullable String authenticationContext,
			@Nullable Integer failNext, @Nullable Long accessTokenSeconds, @Nullable UUID revoke) {
	}

	/** What is switched on. */
	record State(boolean strongSignIn, boolean block, String authenticationContext, int failNext,
			long accessTokenSeconds) {
	}

	@GetMapping
	State show() {
		return new State(this.faults.strongSignInWanted(), this.faults.blocked(),
				this.faults.authenticationContext().orElse(""), this.faults.failuresLeft(),
				this.faults.accessTokenLifetime().map(Duration::toSeconds).orElse(0L));
	}

	@PostMapping(consumes = "application/json")
	State change(@RequestBody Change change) {
		if (change.strongSignIn() != null) {
			this.faults.wantStrongSignIn(change.strongSignIn());
		}
		if (change.block() != null) {
			this.faults.block(change.block());
		}
		if (change.authenticationContext() != null) {
			String context = change.authenticationContext();
			this.faults.wantAuthenticationContext(context.isEmpty() ? null : context);
		}
		if (change.failNext() != null) {
			this.faults.failNext(change.failNext());
		}
		if (change.accessTokenSeconds() != null) {
			long seconds = change.accessTokenSeconds();
			this.faults.shortenAccessTokens((seconds > 0) ? Duration.ofSeconds(seconds) : null);
		}
		if (change.revoke() != null) {
			this.faults.revoke(change.revoke());
		}
		return show();
	}

	@DeleteMapping
	State reset() {
		this.faults.reset();
		return show();
	}

}
