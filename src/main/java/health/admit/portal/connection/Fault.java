package health.admit.portal.connection;

import health.admit.portal.doctor.Actor;
import health.admit.portal.doctor.Remedy;

/**
 * What a test finds out by itself, where neither Entra nor the service has said it.
 */
enum Fault {

	NAME_UNKNOWN(Remedy.NONE, Actor.CLIENT_DEVELOPER), NOT_PUBLIC(Remedy.NONE, Actor.SERVICE_OPERATOR),
	UNREACHABLE(Remedy.NONE, Actor.SERVICE_OPERATOR), TOO_SLOW(Remedy.NONE, Actor.TIME),
	NOT_TRUSTED(Remedy.NONE, Actor.SERVICE_OPERATOR),

	/** Something answered, but not a FHIR service. */
	NOT_FHIR(Remedy.NONE, Actor.SERVICE_OPERATOR),

	/** Something answered, but not a DICOM service. */
	NOT_DICOM(Remedy.NONE, Actor.SERVICE_OPERATOR),

	/** Something answered with an error before anybody asked for data. */
	BROKEN(Remedy.NONE, Actor.SERVICE_OPERATOR),

	/** The service gives data to nobody in particular. */
	OPEN(Remedy.NONE, Actor.SERVICE_OPERATOR),

	/** No challenge that says whose tokens the service takes. */
	NO_CHALLENGE(Remedy.NONE, Actor.SERVICE_OPERATOR),

	/** The challenge names no audience, and nobody knows one. */
	NO_AUDIENCE(Remedy.CORRECT_AUDIENCE, Actor.SERVICE_OPERATOR),

	/** The service wants tokens for Graph or Azure, which it must not get. */
	FORBIDDEN_AUDIENCE(Remedy.CORRECT_AUDIENCE, Actor.SERVICE_OPERATOR),

	/** The service takes tokens of another tenant. */
	TENANT_DIFFERS(Remedy.CORRECT_TENANT, Actor.SERVICE_OPERATOR),

	ENTRA_SILENT(Remedy.NONE, Actor.TIME),

	/** A GUID was given as the secret: its id. */
	SECRET_IS_ID(Remedy.ADD_SECRET, Actor.REGISTRAR),

	/** The token is for something else than what was asked. */
	TOKEN_FOR_OTHER(Remedy.CORRECT_AUDIENCE, Actor.CLIENT_DEVELOPER),

	ENTRA_REFUSED(Remedy.SIGN_IN_LOG, Actor.CLIENT_DEVELOPER), SERVICE_REFUSED(Remedy.NONE, Actor.SERVICE_OPERATOR),

	/** Something in the portal itself. */
	UNEXPECTED(Remedy.NONE, Actor.TIME);

	private final Remedy remedy;

	private final Actor actor;

	Fault(Remedy remedy, Actor actor) {
		this.remedy = remedy;
		this.actor = actor;
	}

	/** Message key of what happened; with {@code .why} and {@code .next} behind. */
	String text() {
		return "connection.fault." + name();
	}

	Remedy remedy() {
		return this.remedy;
	}

	Actor actor() {
		return this.actor;
	}

}
