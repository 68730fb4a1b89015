package health.admit.portal.operation;

import java.util.Optional;

import health.admit.portal.cloud.SecretValue;
import health.admit.portal.signin.Operator;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the secret that a step brings, for the one browser that may see it.
 */
public interface SecretKeeper {

	/**
	 * Name of the cookie that holds a browser's key to the secret of an operation.
	 */
	String cookieName(OperationId operation);

	/**
	 * The key that a browser sent along; null for none.
	 */
	default @Nullable String held(OperationId operation, HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, cookieName(operation));
		return (cookie != null) ? cookie.getValue() : null;
	}

	/**
	 * Gives a browser its key with the page that asks for confirmation: when the form is
	 * sent twice, the browser may never see the answer that started the operation.
	 * @param held the key that it sent along; null for none
	 * @return the cookie; empty when the browser holds a key already
	 */
	Optional<ResponseCookie> offer(OperationId operation, @Nullable String held);

	/**
	 * Makes ready to keep a secret for the browser of this operator, who starts the
	 * operation or takes it over.
	 * @param held the key that the browser sent along; null for none
	 * @return the cookie that the browser needs to read it; empty when the secret was
	 * kept for an earlier one already
	 */
	Optional<ResponseCookie> prepare(OperationId operation, Operator operator, @Nullable String held);

	/**
	 * Seals the secret, within the transaction that records the outcome.
	 */
	void keep(OperationId operation, SecretValue secret);

	/**
	 * Lets a kept secret be read from now on, for as long as anybody may; within the
	 * transaction that records the end of the operation.
	 */
	void finished(OperationId operation);

}
