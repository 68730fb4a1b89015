package health.admit.portal.kits;

import java.util.List;

/**
 * {@code .gitignore}: keeps what is secret out of repositories.
 */
final class GitIgnore implements KitFormat {

	@Override
	public List<KitFile> files(Kit kit) {
		return List.of(new KitFile(".gitignore", Sheet.plain("gitignore")));
	}

}
