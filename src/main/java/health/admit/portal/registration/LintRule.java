package health.admit.portal.registration;

import java.util.Optional;

/**
 * One piece of advice about a registration. A rule is pure and knows nothing of the
 * others.
 *
 * @see <a href=
 * "https://learn.microsoft.com/entra/identity-platform/security-best-practices-for-app-registration">Security
 * best practices for application properties</a>
 */
interface LintRule {

	/**
	 * What the rule has to say about a draft; parts that are not decided yet are not
	 * judged.
	 */
	Optional<Finding> check(DraftContent content);

}
