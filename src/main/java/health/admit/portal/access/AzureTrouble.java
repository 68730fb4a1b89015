package health.admit.portal.access;

import java.util.function.Function;
import java.util.function.Supplier;

import health.admit.portal.cloud.ReadRefused;
import health.admit.portal.cloud.ReadUnanswered;
import health.admit.portal.signin.TokensRefused;

/**
 * Why Azure could not be read at all, for a page that works without.
 *
 * @param kind part of a message key: {@code refused}, {@code unanswered} or
 * {@code noToken}
 * @param words of Azure or Entra; hostile input when shown
 */
public record AzureTrouble(String kind, String words) {

	/**
	 * Looks at Azure.
	 * @param told what stands in for the result where Azure cannot be read
	 * @throws health.admit.portal.signin.StepUpRequired where the operator has to agree
	 * first
	 */
	public static <T> T insteadOf(Supplier<T> look, Function<? super AzureTrouble, ? extends T> told) {
		try {
			return look.get();
		}
		catch (ReadRefused ex) {
			return told.apply(new AzureTrouble("refused", ex.codeAndWords()));
		}
		catch (ReadUnanswered ex) {
			return told.apply(new AzureTrouble("unanswered", ""));
		}
		catch (TokensRefused ex) {
			return told.apply(new AzureTrouble("noToken", ex.code()));
		}
	}

}
