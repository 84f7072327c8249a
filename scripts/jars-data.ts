/** A file of Maven Central, pinned by its SHA-256. */
export interface Jar { path: string; sha256: string }

/** The official Java SDK 2.5.3 and everything it asks for. */
export const jars: readonly Jar[] = [
  { path: 'org/checkerframework/checker-qual/3.33.0/checker-qual-3.33.0.jar', sha256: 'e316255bbfcd9fe50d165314b85abb2b33cb2a66a93c491db648e498a82c2de1' },
  { path: 'commons-codec/commons-codec/1.15/commons-codec-1.15.jar', sha256: 'b3e9f6d63a790109bf0d056611fbed1cf69055826defeb9894a71369d246ed63' },
  { path: 'commons-logging/commons-logging/1.2/commons-logging-1.2.jar', sha256: 'daddea1ea0be0f56978ab3006b8ac92834afeefbd9b7e4e6316fca57df0fa636' },
  { path: 'com/google/errorprone/error_prone_annotations/2.18.0/error_prone_annotations-2.18.0.jar', sha256: '9e6814cb71816988a4fd1b07a993a8f21bb7058d522c162b1de849e19bea54ae' },
  { path: 'com/google/guava/failureaccess/1.0.1/failureaccess-1.0.1.jar', sha256: 'a171ee4c734dd2da837e4b16be9df4661afab72a41adaf31eb84dfdaf936ca26' },
  { path: 'com/google/code/gson/gson/2.9.0/gson-2.9.0.jar', sha256: 'c96d60551331a196dac54b745aa642cd078ef89b6f267146b705f2c2cbef052d' },
  { path: 'com/google/guava/guava/32.0.0-jre/guava-32.0.0-jre.jar', sha256: '39f3550b0343d8d19dd4e83bd165b58ea3389d2ddb9f2148e63903f79ecdb114' },
  { path: 'org/apache/httpcomponents/httpclient/4.5.13/httpclient-4.5.13.jar', sha256: '6fe9026a566c6a5001608cf3fc32196641f6c1e5e1986d1037ccdbd5f31ef743' },
  { path: 'org/apache/httpcomponents/httpcore/4.4.13/httpcore-4.4.13.jar', sha256: 'e06e89d40943245fcfa39ec537cdbfce3762aecde8f9c597780d2b00c2b43424' },
  { path: 'org/apache/httpcomponents/httpmime/4.5.13/httpmime-4.5.13.jar', sha256: '06e754d99245b98dcc2860dcb43d20e737d650da2bf2077a105f68accbd5c5cc' },
  { path: 'com/google/j2objc/j2objc-annotations/2.8/j2objc-annotations-2.8.jar', sha256: 'f02a95fa1a5e95edb3ed859fd0fb7df709d121a35290eff8b74dce2ab7f4d6ed' },
  { path: 'com/google/code/findbugs/jsr305/3.0.2/jsr305-3.0.2.jar', sha256: '766ad2a0783f2687962c8ad74ceecc38a28b9f72a2d085ee438b7813e928d0c7' },
  { path: 'com/larksuite/oapi/larksuite-oapi-shaded-protobuf/2.4.6/larksuite-oapi-shaded-protobuf-2.4.6.jar', sha256: 'd419abfcb05f6afb701991f445661b783f44248317d1e23d83320cf1b622cca6' },
  { path: 'com/google/guava/listenablefuture/9999.0-empty-to-avoid-conflict-with-guava/listenablefuture-9999.0-empty-to-avoid-conflict-with-guava.jar', sha256: 'b372a037d4230aa57fbeffdef30fd6123f9c0c2db85d0aced00c91b974f33f99' },
  { path: 'com/larksuite/oapi/oapi-sdk/2.5.3/oapi-sdk-2.5.3.jar', sha256: '261ed0b40d226bd98e4cec72106f67bfb9994e209bbdab56853d6be0f35d387b' },
  { path: 'org/slf4j/slf4j-api/1.7.30/slf4j-api-1.7.30.jar', sha256: 'cdba07964d1bb40a0761485c6b1e8c2f8fd9eb1d19c53928ac0d7f9510105c57' },
];
