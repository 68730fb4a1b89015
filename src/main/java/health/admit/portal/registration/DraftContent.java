package health.admit.portal.registration;

import org.jspecify.annotations.Nullable;

/**
 * What the admin has decided so far. It holds no secret and no private key.
 */
record DraftContent(@Nullable Basics basics, @Nullable Authentication authentication,
		@Nullable CredentialChoice credential, @Nullable PermissionChoice permissions, @Nullable AccessChoice access) {

	static DraftContent empty() {
		return new DraftContent(null, null, null, null, null);
	}

	DraftContent with(Basics basics) {
		return new DraftContent(basics, this.authentication, this.credential, this.permissions, this.access);
	}

	DraftContent with(Authentication authentication) {
		return new DraftContent(this.basics, authentication, this.credential, this.permissions, this.access);
	}

	DraftContent with(CredentialChoice credential) {
		return new DraftContent(this.basics, this.authentication, credential, this.permissions, this.access);
	}

	DraftContent with(PermissionChoice permissions) {
		return new DraftContent(this.basics, this.authentication, this.credential, permissions, this.access);
	}

	DraftContent with(AccessChoice access) {
		return new DraftContent(this.basics, this.authentication, this.credential, this.permissions, access);
	}

}
