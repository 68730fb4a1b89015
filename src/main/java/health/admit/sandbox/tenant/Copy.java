package health.admit.sandbox.tenant;

/**
 * The separate copies of the tenant that the services read. Each may lag behind the
 * {@link #MASTER} that writes go to.
 */
public enum Copy {

	/** Always up to date. */
	MASTER,

	/** Reads of one object by one of its keys. */
	BY_ID,

	/** Lists and searches. */
	LIST,

	/** The parent that a write to something below an object looks for. */
	CHILD,

	/** The application that the making of a service principal looks for. */
	PRINCIPAL,

	/** The service principals that grants and role assignments refer to. */
	GRANT,

	/** What the token service sees. */
	TOKEN,

	/** The principals that Resource Manager looks for when an Azure role is assigned. */
	AZURE,

	/**
	 * The same where the request says of which type the principal is, which spares
	 * Resource Manager the slower of its two looks.
	 */
	AZURE_TYPED,

	/** The Azure role assignments that FHIR and DICOM services decide by. */
	DATA_PLANE,

	/** What DICOM services remember of decisions they have made. */
	DICOM_DECISION

}
