package dev.rehearsal.exchange;

import java.util.Locale;

/** How the two versions of QTI spell what they both say. */
enum QtiDialect {

	/** Camel case. */
	V2("http://www.imsglobal.org/xsd/imsqti_v2p2", "http://www.imsglobal.org/xsd/imscp_v1p1", "xmlv2p2",
			"QTIv2.2 Package", "1.0.0",
			"http://www.imsglobal.org/xsd/imsqti_v2p2 http://www.imsglobal.org/xsd/qti/qtiv2p2/imsqti_v2p2.xsd"),

	/** Hyphens, and a prefix on elements. */
	V3("http://www.imsglobal.org/xsd/imsqtiasi_v3p0", "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1", "xmlv3p0",
			"QTI Package", "3.0.0",
			"http://www.imsglobal.org/xsd/imsqtiasi_v3p0 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd");

	private final String namespace;

	private final String manifestNamespace;

	private final String typeSuffix;

	private final String schema;

	private final String schemaVersion;

	private final String schemaLocation;

	QtiDialect(String namespace, String manifestNamespace, String typeSuffix, String schema, String schemaVersion,
			String schemaLocation) {
		this.namespace = namespace;
		this.manifestNamespace = manifestNamespace;
		this.typeSuffix = typeSuffix;
		this.schema = schema;
		this.schemaVersion = schemaVersion;
		this.schemaLocation = schemaLocation;
	}

	String namespace() {
		return this.namespace;
	}

	String manifestNamespace() {
		return this.manifestNamespace;
	}

	String schema() {
		return this.schema;
	}

	String schemaVersion() {
		return this.schemaVersion;
	}

	String schemaLocation() {
		return this.schemaLocation;
	}

	/** The type of a resource: {@code item}, {@code test} or {@code stimulus}. */
	String type(String what) {
		return "imsqti_" + what + "_" + this.typeSuffix;
	}

	String element(String name) {
		return (this == V3) ? "qti-" + hyphens(name) : name;
	}

	String attribute(String name) {
		return (this == V3) ? hyphens(name) : name;
	}

	private static String hyphens(String name) {
		return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

}
